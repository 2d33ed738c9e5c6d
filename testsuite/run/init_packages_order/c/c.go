package c

import (
	"example.com/initorder/a"
	"example.com/initorder/internal/reg"
)

var v = reg.Note("c.v", a.Value)

func init() { reg.Note("c.init", v) }
