// Switch statements: fallthrough, no tag, init, duplicates of type, default in the middle.
package main

import "fmt"

type Animal interface{ Sound() string }
type Dog struct{}
type Cat struct{ name string }

func (Dog) Sound() string  { return "woof" }
func (*Cat) Sound() string { return "meow" }

func ft(n int) (s string) {
	switch n {
	case 1:
		s += "1"
		fallthrough
	case 2:
		s += "2"
		fallthrough
	default:
		s += "d"
	case 3, 4, 5:
		s += "345"
		if n == 4 {
			break
		}
		s += "!"
	}
	return
}

func which(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, uint:
		return fmt.Sprintf("int-ish %v", x)
	case float64:
		return fmt.Sprint("float ", x*2)
	case string:
		return "string " + x
	case []int:
		return fmt.Sprint("slice ", len(x))
	case map[string]int:
		return fmt.Sprint("map ", x["a"])
	case func() int:
		return fmt.Sprint("func ", x())
	case error:
		return "error " + x.Error()
	case Animal:
		return "animal " + x.Sound()
	case *int:
		return fmt.Sprint("ptr ", *x)
	case interface{ Foo() }:
		return "foo"
	}
	return fmt.Sprintf("unknown %T", v)
}

func strsw(s string) int {
	switch s {
	case "alpha":
		return 1
	case "beta", "gamma":
		return 2
	case "":
		return 0
	}
	return -1
}

func mixed(v any) string {
	switch v {
	case 1, "one":
		return "one"
	case 2.0:
		return "two"
	case nil:
		return "none"
	}
	return "?"
}

func main() {
	for i := range 6 {
		fmt.Print(ft(i), " ")
	}
	fmt.Println()
	n := 5
	for _, v := range []any{nil, 1, uint(2), 1.5, "s", []int{1}, map[string]int{"a": 3}, func() int { return 9 }, fmt.Errorf("e"), Dog{}, &Cat{}, &n, Cat{"c"}, 'x', [2]bool{}} {
		fmt.Println(which(v))
	}
	fmt.Println(strsw("alpha"), strsw("gamma"), strsw(""), strsw("delta"))
	fmt.Println(mixed(1), mixed("one"), mixed(2.0), mixed(nil), mixed(2), mixed(int8(1)))
	switch x := n * 2; {
	case x > 5 && x < 8:
		fmt.Println("mid")
	case x > 8:
		fmt.Println("big", x)
	}
	switch {
	}
	switch n := n; n {
	}
	switch f := func() bool { return true }; f() {
	case false:
	default:
		fmt.Println("true")
	}
}
