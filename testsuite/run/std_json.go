// encoding/json: structs with tags and embedding, maps, interfaces, methods, errors, streams.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"
)

type Base struct {
	ID   int    `json:"id"`
	Name string `json:"name,omitempty"`
}
type secret struct{ Inside int }
type Temp float64

func (t Temp) MarshalText() ([]byte, error) { return fmt.Appendf(nil, "%.1fC", float64(t)), nil }
func (t *Temp) UnmarshalText(b []byte) error {
	_, err := fmt.Sscanf(string(b), "%fC", (*float64)(t))
	return err
}

type Point struct{ x, y int }

func (p Point) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, "[ %d, %d ]", p.x, p.y), nil }
func (p *Point) UnmarshalJSON(b []byte) error {
	var a [2]int
	if err := json.Unmarshal(b, &a); err != nil {
		return err
	}
	*p = Point{a[0], a[1]}
	return nil
}

type Everything struct {
	Base
	*secret
	Bool    bool
	Int8    int8
	Uint    uint64 `json:",string"`
	F32     float32
	F64     float64 `json:"f64"`
	Str     string
	Bytes   []byte
	Ints    []int
	Array   [3]string
	Map     map[string]*Base
	Keys    map[int]bool
	Temps   map[Temp]Point
	Any     any
	Ptr     **string
	Raw     json.RawMessage
	Num     json.Number
	Skip    int           `json:"-"`
	Dash    int           `json:"-,"`
	Empty   []int         `json:",omitempty"`
	Zero    time.Duration `json:",omitzero"`
	private int
}

func show(v any, err error) {
	if b, ok := v.([]byte); ok {
		v = string(b)
	}
	fmt.Println(v, err)
}

type list struct {
	Next *list
}

func main() {
	s := "deep <&> \u2028 \"q\" \t\x01\xff"
	p := &s
	e := Everything{Base: Base{7, "seven"}, Bool: true, Int8: -8, Uint: math.MaxUint64, F32: 0.1, F64: 1e21, Str: s, Bytes: []byte("bytes!"),
		Ints: []int{}, Map: map[string]*Base{"b": {1, ""}, "a": nil}, Keys: map[int]bool{10: true, -2: false},
		Temps: map[Temp]Point{36.6: {1, 2}}, Any: []any{nil, 1, "x", map[string]any{}}, Ptr: &p, Raw: json.RawMessage(` {"raw" : 1} `), Num: "12.50"}
	b, err := json.Marshal(e)
	show(b, err)
	var back Everything
	fmt.Println(json.Unmarshal(b, &back))
	again, _ := json.Marshal(back)
	fmt.Println(bytes.Equal(b, again), back.Temps, **back.Ptr == strings.ToValidUTF8(s, "\ufffd"))
	b, err = json.MarshalIndent(map[string]any{"z": []int{1, 2}, "a": map[string]int{}, "m": struct{ A, B any }{1.5, []string{}}}, "> ", "  ")
	show(b, err)

	for _, bad := range []any{math.NaN(), math.Inf(-1), make(chan int), map[bool]int{}, json.Number("1x"), func() {}, struct{ C complex128 }{}} {
		_, err := json.Marshal(bad)
		fmt.Printf("%T: %v\n", err, err)
	}
	l := &list{}
	l.Next = l
	_, err = json.Marshal(l)
	fmt.Println(err)

	for _, text := range []string{``, `{`, `{"a":1,}`, `[1,2`, `[1 2]`, `nul`, `"a` + "\n" + `"`, `"\q"`, `01`, `1.`, `-`, `1e+`, `{"a" 1}`, `{1:2}`, `[]]`, `"\u12x4"`, `tru3`, `'`} {
		var v any
		err := json.Unmarshal([]byte(text), &v)
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			fmt.Printf("%q: %v at %d\n", text, err, syntax.Offset)
		} else {
			fmt.Printf("%q: %v\n", text, err)
		}
	}
	for _, text := range []string{`{"Int8":300}`, `{"Str":1}`, `{"Ints":{"a":1}}`, `{"Map":{"k":{"id":"x"}}}`, `{"Keys":{"x":true}}`, `{"Uint":"x"}`, `{"Uint":5}`,
		`{"Bool":"true"}`, `{"Inside":1}`, `{"Array":["a","b","c","d"]}`, `{"NAME":"folded","iD":3}`, `{"Bytes":"!"}`, `{"Temps":{"hot":[1,2]}}`, `{"Any":1e999}`, `[]`} {
		var v Everything
		err := json.Unmarshal([]byte(text), &v)
		fmt.Println(text, err, v.ID, v.Name, v.Array)
	}
	fmt.Println(json.Unmarshal([]byte("1"), nil), json.Unmarshal([]byte("1"), 5), json.Unmarshal([]byte("1"), (*int)(nil)))

	dec := json.NewDecoder(strings.NewReader(`{"id":1} {"id":2,"x":3} [1,{"k":[true,null,"s"]}] 5 6`))
	for range 2 {
		var b Base
		err := dec.Decode(&b)
		fmt.Println(b, err, dec.InputOffset(), dec.More())
	}
	dec.UseNumber()
	for {
		t, err := dec.Token()
		if err == io.EOF {
			break
		}
		fmt.Printf("%T %v %v\n", t, t, err)
	}
	dec = json.NewDecoder(strings.NewReader(`{"id":1,"unknown":2}`))
	dec.DisallowUnknownFields()
	fmt.Println(dec.Decode(new(Base)))
	enc := json.NewEncoder(&indented{})
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "\t")
	fmt.Println(enc.Encode(map[string]string{"k": "<b>"}), enc.Encode(3))
	var buf bytes.Buffer
	fmt.Println(json.Compact(&buf, []byte(" { \"a\" : [ 1 , 2 ] } ")), buf.String(), json.Valid([]byte("[]")), json.Valid([]byte("[")))
	buf.Reset()
	json.HTMLEscape(&buf, []byte(`"<a>&"`))
	fmt.Println(buf.String())
}

type indented struct{}

func (indented) Write(b []byte) (int, error) { fmt.Printf("%q\n", b); return len(b), nil }
