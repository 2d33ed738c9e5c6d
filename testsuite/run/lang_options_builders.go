// Functional options, chained builders with value and pointer receivers, variadics with defaults, method values as options.
package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

type server struct {
	host    string
	port    int
	timeout time.Duration
	tags    map[string]string
	errs    []error
}

type option func(*server) error

func withPort(p int) option {
	return func(s *server) error {
		if p < 1 || p > 65535 {
			return fmt.Errorf("port %d", p)
		}
		s.port = p
		return nil
	}
}

func withTags(kv ...string) option {
	return func(s *server) error {
		if len(kv)%2 != 0 {
			return errors.New("odd tags")
		}
		for ; len(kv) > 0; kv = kv[2:] {
			s.tags[kv[0]] = kv[1]
		}
		return nil
	}
}

type preset struct{ seconds int }

func (p preset) apply(s *server) error { s.timeout = time.Duration(p.seconds) * time.Second; return nil }

func newServer(host string, opts ...option) (*server, error) {
	s := &server{host: host, port: 80, timeout: 1500 * time.Millisecond, tags: map[string]string{}}
	for _, o := range opts {
		if err := o(s); err != nil {
			s.errs = append(s.errs, err)
		}
	}
	return s, errors.Join(s.errs...)
}

type query struct {
	table string
	where []string
	limit int
}

// Value receivers: each call gives a new query; slices are copied on append by a full slice expression.
func (q query) Where(format string, args ...any) query {
	q.where = append(q.where[:len(q.where):len(q.where)], fmt.Sprintf(format, args...))
	return q
}
func (q query) Limit(n int) query { q.limit = n; return q }
func (q query) String() string {
	var b strings.Builder
	b.WriteString("select from " + q.table)
	for i, w := range q.where {
		b.WriteString([]string{" where ", " and "}[min(i, 1)] + w)
	}
	if q.limit > 0 {
		fmt.Fprintf(&b, " limit %d", q.limit)
	}
	return b.String()
}

func main() {
	s, err := newServer("a", withPort(8080), withTags("x", "1", "y", "2"), preset{30}.apply)
	fmt.Println(s.host, s.port, s.timeout, s.tags, err)
	s, err = newServer("b", withPort(70000), withTags("odd"), withTags())
	fmt.Printf("%v %v %q %d\n", s.port, s.timeout, err, len(s.errs))
	common := []option{withPort(1), (preset{2}).apply}
	s, err = newServer("c", append(common, withPort(2))...)
	fmt.Println(s.port, s.timeout, err, len(common))

	base := query{table: "t"}.Where("a = %d", 1)
	left := base.Where("b < %q", "z")
	right := base.Where("c").Limit(5)
	fmt.Println(base)
	fmt.Println(left)
	fmt.Println(right)
	limit := base.Limit
	base = base.Where("later")
	fmt.Println(limit(3), base.limit)
	build := query.Where
	fmt.Println(build(right, "%v", []int{1, 2}))
}
