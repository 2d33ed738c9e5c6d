package reflect

const intRegs = 8
