a _ _a a1 Abc été 世界 ñandú x٣ break1 iff Type func
breakcasechan
