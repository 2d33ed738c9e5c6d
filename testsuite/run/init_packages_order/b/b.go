package b

import "example.com/initorder/internal/reg"

var Names = append([]string{"b0"}, extra...)
var extra = []string{reg.Last()}
var p = &q
var q = reg.Note("b.q", 5)
var r = *p + reg.Note("b.r", f())
var f = func() int { return s }
var s = reg.Note("b.s", 6)

func B(n int) int { return n*q + s }

func init() { reg.Note("b.init", r); Names = append(Names, "init") }
func init() { reg.Note("b.init again", len(Names)) }
