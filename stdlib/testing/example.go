package testing

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"time"
)

// RunExamples is for test programs of older versions.
func RunExamples(matchString func(pat, str string) (bool, error), examples []InternalExample) (ok bool) {
	_, ok = runExamples(funcDeps(matchString), examples)
	return ok
}

func runExamples(deps testDeps, examples []InternalExample) (ran, ok bool) {
	ok = true
	m := newMatcher(deps.MatchString, *match, "-test.run", *skip)
	for i := uint(0); i < *count; i++ {
		for _, e := range examples {
			_, matched, _ := m.fullName(nil, e.Name)
			if !matched {
				continue
			}
			if stopNow() {
				return ran, ok
			}
			ran = true
			if !runExample(e) {
				ok = false
				numFailed.Add(1)
			}
		}
	}
	return ran, ok
}

// runExample compares what the example writes to the standard output with its comment.
func runExample(e InternalExample) (ok bool) {
	if *verbose {
		fmt.Printf("=== RUN   %s\n", e.Name)
	}
	file, err := os.CreateTemp("", "example")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Remove(file.Name())
	stdout := os.Stdout
	os.Stdout = file
	start := time.Now()
	finished := false
	defer func() {
		taken := time.Since(start)
		err := recover()
		os.Stdout = stdout
		size, _ := file.Seek(0, 1)
		got := make([]byte, size)
		if size > 0 {
			file.ReadAt(got, 0)
		}
		file.Close()
		ok = e.judge(string(got), taken, finished, err)
	}()
	e.F()
	finished = true
	return
}

func (e *InternalExample) judge(stdout string, taken time.Duration, finished bool, err any) bool {
	fail := ""
	got, want := strings.TrimSpace(stdout), strings.TrimSpace(e.Output)
	if e.Unordered {
		if sortLines(got) != sortLines(want) && err == nil {
			fail = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", stdout, e.Output)
		}
	} else if got != want && err == nil {
		fail = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	secs := fmt.Sprintf("%.2fs", taken.Seconds())
	pass := fail == "" && finished && err == nil
	if !pass {
		fmt.Printf("--- FAIL: %s (%s)\n%s", e.Name, secs, fail)
	} else if *verbose {
		fmt.Printf("--- PASS: %s (%s)\n", e.Name, secs)
	}
	if err != nil {
		panic(err)
	}
	if !finished {
		panic(errNilPanic)
	}
	return pass
}

func sortLines(s string) string {
	lines := strings.Split(s, "\n")
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}
