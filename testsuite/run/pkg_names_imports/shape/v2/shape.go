package shape

type Point struct{ X, Y int }
type Embedded struct{ inner }
type inner struct{ v int }

var Origin Point

func New(x, y int) Point         { return Point{x, y} }
func (p Point) Norm() int        { return p.X*p.X + p.Y*p.Y }
func (p *Point) Scale(n int)     { p.X *= n; p.Y *= n }
func (inner) secret() string     { return "shape's secret" }
func HasSecret(x any) bool       { _, ok := x.(interface{ secret() string }); return ok }
func Anonymous() struct{ A int } { return struct{ A int }{5} }
func Unexported() any            { return struct{ a int }{1} }
func Exported() any              { return struct{ A int }{1} }
