package main

type T int
type P *T
type I interface{}
type A = []int

func (int) a()      {}
func (*int) b()     {}
func (P) c()        {}
func (I) d()        {}
func (*I) e()       {}
func (A) f()        {}
func ([]int) g()    {}
func (**T) h()      {}
func (T) i()        {}
func (T) i()        {}
func (undefined) j() {}
func (t T) k(t int) {}

func main() {}
