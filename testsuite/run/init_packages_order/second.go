package main

import "example.com/initorder/internal/reg"

var later = reg.Note("second.later", 40)

func init() { reg.Note("second.init", 0) }
