package main

func a() int              {}
func b() int              { for {} }
func c() int              { for { break } }
func d(x int) int         { if x > 0 { return 1 } }
func e(x int) int         { if x > 0 { return 1 } else { return 2 } }
func f(x int) int         { switch x { case 1: return 1 } }
func g(x int) int         { switch x { case 1: return 1; default: panic(1) } }
func h() (int, string)    { return 1 }
func i() (int, string)    { return }
func j()                  { return 1 }
func k() (n int)          { return }
func l() (n int)          { { n := 2; return } }
func m() (int, string)    { return h() }
func n() int              { return h() }
func o() string           { return 1 }
func p() int              { goto L; L: return 1 }
func q() int              { select {} }
func r(x any) int         { switch x.(type) { case int: return 1; default: return 2 } }

func main() {}
