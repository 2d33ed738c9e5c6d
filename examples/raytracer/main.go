// A ray tracer through interfaces: spheres and a plane, one light, mirrors. It prints a picture in letters.
package main

import (
	"fmt"
	"math"
	"strings"
)

type vec struct{ x, y, z float64 }

func (a vec) add(b vec) vec       { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) sub(b vec) vec       { return vec{a.x - b.x, a.y - b.y, a.z - b.z} }
func (a vec) scale(s float64) vec { return vec{a.x * s, a.y * s, a.z * s} }
func (a vec) dot(b vec) float64   { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vec) unit() vec           { return a.scale(1 / math.Sqrt(a.dot(a))) }
func (a vec) mirror(n vec) vec    { return a.sub(n.scale(2 * a.dot(n))) }

type ray struct{ from, dir vec }

func (r ray) at(t float64) vec { return r.from.add(r.dir.scale(t)) }

type shape interface {
	hit(r ray) (t float64, ok bool)
	normal(p vec) vec
	surface(p vec) (shade, mirror float64)
}

type sphere struct {
	center       vec
	radius       float64
	shade, shiny float64
}

func (s *sphere) hit(r ray) (float64, bool) {
	oc := r.from.sub(s.center)
	b := oc.dot(r.dir)
	disc := b*b - oc.dot(oc) + s.radius*s.radius
	if disc < 0 {
		return 0, false
	}
	root := math.Sqrt(disc)
	for _, t := range [...]float64{-b - root, -b + root} {
		if t > 1e-6 {
			return t, true
		}
	}
	return 0, false
}

func (s *sphere) normal(p vec) vec               { return p.sub(s.center).unit() }
func (s *sphere) surface(vec) (float64, float64) { return s.shade, s.shiny }

type floor struct{ y float64 }

func (f floor) hit(r ray) (float64, bool) {
	t := (f.y - r.from.y) / r.dir.y
	return t, r.dir.y != 0 && t > 1e-6 && t < 60
}

func (f floor) normal(vec) vec { return vec{0, 1, 0} }

func (f floor) surface(p vec) (float64, float64) {
	if (int(math.Floor(p.x))+int(math.Floor(p.z)))%2 == 0 {
		return 0.9, 0.1
	}
	return 0.3, 0.1
}

type scene struct {
	shapes []shape
	light  vec
}

func (s *scene) nearest(r ray) (best shape, t float64) {
	t = math.Inf(1)
	for _, sh := range s.shapes {
		if d, ok := sh.hit(r); ok && d < t {
			best, t = sh, d
		}
	}
	return best, t
}

func (s *scene) trace(r ray, depth int) float64 {
	sh, t := s.nearest(r)
	if sh == nil {
		return 0.2 + 0.3*math.Max(r.dir.y, 0)
	}
	p := r.at(t)
	n := sh.normal(p)
	shade, mirror := sh.surface(p)
	toLight := s.light.sub(p)
	dist := math.Sqrt(toLight.dot(toLight))
	light := 0.1
	if _, d := s.nearest(ray{p, toLight.unit()}); d > dist {
		light += 0.9 * math.Max(n.dot(toLight.unit()), 0)
	}
	v := shade * light
	if mirror > 0 && depth > 0 {
		v = v*(1-mirror) + mirror*s.trace(ray{p, r.dir.mirror(n).unit()}, depth-1)
	}
	return v
}

func main() {
	s := &scene{light: vec{-5, 8, -4}, shapes: []shape{
		&sphere{vec{-1.2, 0, 4}, 1, 0.9, 0.3},
		&sphere{vec{1.3, -0.2, 5}, 0.8, 0.5, 0.7},
		&sphere{vec{0.2, -0.6, 2.8}, 0.4, 1, 0},
		floor{-1},
	}}
	const width, height = 72, 30
	const ramp = " .:-=+*#%@"
	sum := 0.0
	for y := 0; y < height; y++ {
		var line strings.Builder
		for x := 0; x < width; x++ {
			dir := vec{(float64(x) - width/2) / 30, (height/2 - float64(y)) / 15, 2}.unit()
			v := s.trace(ray{vec{}, dir}, 4)
			sum += v
			line.WriteByte(ramp[min(int(v*float64(len(ramp))), len(ramp)-1)])
		}
		fmt.Println(strings.TrimRight(line.String(), " "))
	}
	fmt.Printf("mean brightness %.6f\n", sum/(width*height))
}
