package reflect

const intRegs = 6
