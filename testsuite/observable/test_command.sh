# minigo test: output and exit status as the go command's
. "$SRCDIR/testsuite/observable/lib.sh"
# times vary
tested() { out=$("$MINIGO" test "$@" 2>&1); status=$?; out=$(printf '%s\n' "$out" | sed -E 's/[0-9]+\.[0-9]+s/Ts/g'); }
printf 'module example.com/m\n\ngo 1.26\n' >go.mod
printf 'package m\n\nfunc Add(a, b int) int { return a + b }\n' >m.go
cat >m_test.go <<'END'
package m

import "testing"

func TestAdd(t *testing.T) {
	if Add(1, 2) != 3 {
		t.Fatal("bad")
	}
	t.Run("sub", func(t *testing.T) { t.Log("two\nlines") })
	t.Run("sub", func(t *testing.T) { t.Parallel(); t.Log("parallel") })
	t.Run("skip it", func(t *testing.T) { t.Skip("no") })
	t.Setenv("X", "1")
	t.TempDir()
}
END
cat >x_test.go <<'END'
package m_test

import (
	"fmt"
	"testing"

	"example.com/m"
)

func ExampleAdd() {
	fmt.Println(m.Add(1, 2)) // not this // Output: 4
	// Output:
	// 3
}

func BenchmarkAdd(b *testing.B) {
	for b.Loop() {
		m.Add(1, 2)
	}
}
END
tested
expect 0
equals "PASS
ok  	example.com/m	Ts"
tested ./...
equals "ok  	example.com/m	Ts"
tested -v
expect 0
equals "=== RUN   TestAdd
=== RUN   TestAdd/sub
    m_test.go:9: two
        lines
=== RUN   TestAdd/sub#01
=== PAUSE TestAdd/sub#01
=== RUN   TestAdd/skip_it
    m_test.go:11: no
=== CONT  TestAdd/sub#01
    m_test.go:10: parallel
--- PASS: TestAdd (Ts)
    --- PASS: TestAdd/sub (Ts)
    --- SKIP: TestAdd/skip_it (Ts)
    --- PASS: TestAdd/sub#01 (Ts)
=== RUN   ExampleAdd
--- PASS: ExampleAdd (Ts)
PASS
ok  	example.com/m	Ts"
tested -run nothing .
equals "ok  	example.com/m	Ts [no tests to run]"
tested -list .
equals "TestAdd
BenchmarkAdd
ExampleAdd
ok  	example.com/m	Ts"
tested -run nothing -bench Add -benchtime 3x -cpu 1,2
matches '^BenchmarkAdd +	       3	 +[0-9.]+ ns/op$'
matches '^BenchmarkAdd-2 +	       3	'

mkdir none broken fails setup
printf 'package none\n' >none/a.go
printf 'package broken\n\nvar x int = "s"\n' >broken/a.go
printf 'package broken\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n' >broken/a_test.go
printf 'package setup\n\nimport _ "example.com/m/missing"\n' >setup/a.go
printf 'package setup\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n' >setup/a_test.go
cat >fails/a_test.go <<'END'
package fails

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	println("before")
	code := m.Run()
	println("after")
	os.Exit(code)
}

func check(t *testing.T, ok bool) {
	t.Helper()
	if !ok {
		t.Errorf("check %v", ok)
	}
}

func TestFail(t *testing.T) {
	t.Cleanup(func() { t.Log("cleanup") })
	check(t, false)
	t.Run("x", func(t *testing.T) {
		t.Run("y", func(t *testing.T) { t.Error("deep") })
		t.Run("z", func(t *testing.T) { t.Log("only a log") })
	})
	t.Fatalf("fatal %d", 3)
}

func TestNext(t *testing.T) {}
END
tested ./none
expect 0
equals "?   	example.com/m/none	[no test files]"
tested ./broken ./setup ./none
expect 1
contains "FAIL	example.com/m/broken [build failed]"
contains "FAIL	example.com/m/setup [setup failed]"
contains "# example.com/m/setup"
contains "# example.com/m/broken [example.com/m/broken.test]"
tested ./fails
expect 1
equals "before
--- FAIL: TestFail (Ts)
    a_test.go:24: check false
    --- FAIL: TestFail/x (Ts)
        --- FAIL: TestFail/x/y (Ts)
            a_test.go:26: deep
    a_test.go:29: fatal 3
    a_test.go:23: cleanup
FAIL
after
FAIL	example.com/m/fails	Ts
FAIL"
tested -failfast -v ./fails
lacks TestNext
tested -c -o m.bin
expect 0
run ./m.bin -test.run=TestAdd
expect 0
equals PASS
exit 0
