package testing

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"strings"
)

// F is the state of a fuzz test. Its corpus - what Add gives and the files in testdata/fuzz/NAME - is run as subtests; new inputs
// are not searched for.
type F struct {
	common
	t          *T
	corpus     []seed
	fuzzCalled bool
}

type seed struct {
	name string
	vals []any
}

func runFuzzTarget(t *T, target InternalFuzzTarget) {
	t.Run(target.Name, func(t *T) {
		f := &F{t: t}
		f.name, f.parent, f.level, f.chatty = t.name, &t.common, t.level, t.chatty
		defer func() {
			t.mu.Lock()
			t.out = append(t.out, f.out...)
			if f.skipped {
				t.skipped = true
			}
			if f.finished {
				t.finished = true
			}
			t.mu.Unlock()
		}()
		defer f.runCleanup()
		target.Fn(f)
		f.finished = true
	})
}

func (f *F) Helper() { f.t.Helper() }

func (f *F) Setenv(key, value string) { f.t.Setenv(key, value) }
func (f *F) Chdir(dir string)         { f.t.Chdir(dir) }

var fuzzTypes = map[reflect.Type]bool{
	reflect.TypeFor[[]byte](): true, reflect.TypeFor[string](): true, reflect.TypeFor[bool](): true, reflect.TypeFor[byte](): true,
	reflect.TypeFor[rune](): true, reflect.TypeFor[float32](): true, reflect.TypeFor[float64](): true, reflect.TypeFor[int](): true,
	reflect.TypeFor[int8](): true, reflect.TypeFor[int16](): true, reflect.TypeFor[int64](): true, reflect.TypeFor[uint](): true,
	reflect.TypeFor[uint16](): true, reflect.TypeFor[uint32](): true, reflect.TypeFor[uint64](): true,
}

// Add gives an input to the corpus.
func (f *F) Add(args ...any) {
	for _, a := range args {
		if t := reflect.TypeOf(a); !fuzzTypes[t] {
			panic(fmt.Sprintf("testing: unsupported type to Add %v", t))
		}
	}
	f.corpus = append(f.corpus, seed{fmt.Sprintf("seed#%d", len(f.corpus)), args})
}

// Fuzz runs ff on the corpus.
func (f *F) Fuzz(ff any) {
	if f.fuzzCalled {
		panic("testing: F.Fuzz called more than once")
	}
	f.fuzzCalled = true
	if f.Failed() {
		return
	}
	fn := reflect.ValueOf(ff)
	typ := fn.Type()
	if typ.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	if typ.NumIn() < 2 || typ.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if typ.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	for i := 1; i < typ.NumIn(); i++ {
		if !fuzzTypes[typ.In(i)] {
			panic(fmt.Sprintf("testing: unsupported type for fuzzing %v", typ.In(i)))
		}
	}
	for _, s := range f.corpus {
		if err := checkSeed(s.vals, typ); err != nil {
			f.Fatal(err)
		}
	}
	f.readCorpus(typ)
	for _, s := range f.corpus {
		in := make([]reflect.Value, 0, len(s.vals)+1)
		f.t.Run(s.name, func(t *T) {
			in = append(in, reflect.ValueOf(t))
			for _, v := range s.vals {
				in = append(in, reflect.ValueOf(v))
			}
			fn.Call(in)
		})
	}
	f.mu.Lock()
	f.finished = true
	f.mu.Unlock()
	runtime.Goexit()
}

func checkSeed(vals []any, typ reflect.Type) error {
	if len(vals) != typ.NumIn()-1 {
		return fmt.Errorf("wrong number of values in corpus entry: %d, want %d", len(vals), typ.NumIn()-1)
	}
	for i, v := range vals {
		if reflect.TypeOf(v) != typ.In(i+1) {
			return fmt.Errorf("mismatched types in corpus entry: %v, want %v", reflect.TypeOf(v), typ.In(i+1))
		}
	}
	return nil
}

func (f *F) readCorpus(typ reflect.Type) {
	dir := "testdata/fuzz/" + f.name
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		data, err := os.ReadFile(dir + "/" + e.Name())
		if err != nil {
			f.Fatal(err)
		}
		vals, err := parseCorpus(data)
		if err == nil {
			err = checkSeed(vals, typ)
		}
		if err != nil {
			f.Fatalf("%q: %v", dir+"/"+e.Name(), err)
		}
		f.corpus = append(f.corpus, seed{e.Name(), vals})
	}
}

// parseCorpus reads a corpus file: "go test fuzz v1" and one conversion such as []byte("x") or int(5) a line.
func parseCorpus(data []byte) (vals []any, err error) {
	lines := bytes.Split(data, []byte("\n"))
	if strings.TrimSuffix(string(lines[0]), "\r") != "go test fuzz v1" {
		return nil, errors.New("must include version and at least one value")
	}
	for _, l := range lines[1:] {
		s := strings.TrimSpace(string(l))
		if s == "" {
			continue
		}
		v, err := parseValue(s)
		if err != nil {
			return nil, fmt.Errorf("malformed line %q: %v", s, err)
		}
		vals = append(vals, v)
	}
	return vals, nil
}

func parseValue(s string) (any, error) {
	open := strings.IndexByte(s, '(')
	if open < 0 || s[len(s)-1] != ')' {
		return nil, errors.New("expected call expression")
	}
	typ, arg := s[:open], s[open+1:len(s)-1]
	if arg != "" && arg[0] == '\'' {
		r, _, _, err := strconv.UnquoteChar(arg[1:len(arg)-1], '\'')
		if err != nil {
			return nil, err
		}
		arg = strconv.Itoa(int(r))
	}
	switch typ {
	case "string":
		return strconv.Unquote(arg)
	case "[]byte":
		v, err := strconv.Unquote(arg)
		return []byte(v), err
	case "bool":
		return strconv.ParseBool(arg)
	case "float32":
		v, err := strconv.ParseFloat(arg, 32)
		return float32(v), err
	case "float64":
		return strconv.ParseFloat(arg, 64)
	}
	return parseInteger(typ, arg)
}

func parseInteger(typ, arg string) (any, error) {
	types := map[string]reflect.Type{"int": reflect.TypeFor[int](), "int8": reflect.TypeFor[int8](), "int16": reflect.TypeFor[int16](),
		"int32": reflect.TypeFor[int32](), "rune": reflect.TypeFor[rune](), "int64": reflect.TypeFor[int64](), "uint": reflect.TypeFor[uint](),
		"uint8": reflect.TypeFor[uint8](), "byte": reflect.TypeFor[byte](), "uint16": reflect.TypeFor[uint16](),
		"uint32": reflect.TypeFor[uint32](), "uint64": reflect.TypeFor[uint64]()}
	t := types[typ]
	if t == nil {
		return nil, errors.New("unknown type " + typ)
	}
	v := reflect.New(t).Elem()
	if v.CanInt() {
		n, err := strconv.ParseInt(arg, 0, t.Bits())
		v.SetInt(n)
		return v.Interface(), err
	}
	n, err := strconv.ParseUint(arg, 0, t.Bits())
	v.SetUint(n)
	return v.Interface(), err
}
