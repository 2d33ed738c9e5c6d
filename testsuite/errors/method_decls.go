package main

type T struct{ a int }

func (t T) m()   {}
func (t *T) m()  {}
func (t T) a()   {}
func (int) x()   {}
func (t *int) y() {}
func (**T) z()   {}
func (I) i()     {}

type I interface{}
type P *T

func (P) p() {}
func (undefined) q() {}

func main() {}
