// A ray tracer whose shapes are behind an interface: dynamic calls, small structs by value.
package main

import (
	"fmt"
	"math"
)

type vec struct{ x, y, z float64 }

func (a vec) add(b vec) vec       { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) sub(b vec) vec       { return vec{a.x - b.x, a.y - b.y, a.z - b.z} }
func (a vec) scale(s float64) vec { return vec{a.x * s, a.y * s, a.z * s} }
func (a vec) dot(b vec) float64   { return a.x*b.x + a.y*b.y + a.z*b.z }
func (a vec) unit() vec           { return a.scale(1 / math.Sqrt(a.dot(a))) }
func (a vec) reflect(n vec) vec   { return a.sub(n.scale(2 * a.dot(n))) }

type ray struct{ from, dir vec }

type shape interface {
	hit(r *ray) (t float64, ok bool)
	normal(p vec) vec
	shade() (color, mirror float64)
}

type sphere struct {
	center        vec
	radius        float64
	color, mirror float64
}

func (s *sphere) hit(r *ray) (float64, bool) {
	oc := r.from.sub(s.center)
	b := oc.dot(r.dir)
	d := b*b - oc.dot(oc) + s.radius*s.radius
	if d < 0 {
		return 0, false
	}
	q := math.Sqrt(d)
	if t := -b - q; t > 1e-6 {
		return t, true
	}
	if t := -b + q; t > 1e-6 {
		return t, true
	}
	return 0, false
}

func (s *sphere) normal(p vec) vec          { return p.sub(s.center).unit() }
func (s *sphere) shade() (float64, float64) { return s.color, s.mirror }

type floor struct{ y float64 }

func (f *floor) hit(r *ray) (float64, bool) {
	if r.dir.y > -1e-9 && r.dir.y < 1e-9 {
		return 0, false
	}
	t := (f.y - r.from.y) / r.dir.y
	return t, t > 1e-6
}

func (f *floor) normal(vec) vec            { return vec{0, 1, 0} }
func (f *floor) shade() (float64, float64) { return 0.5, 0.2 }

type scene struct {
	shapes []shape
	light  vec
}

func (s *scene) nearest(r *ray) (shape, float64) {
	var best shape
	at := math.Inf(1)
	for _, sh := range s.shapes {
		if t, ok := sh.hit(r); ok && t < at {
			best, at = sh, t
		}
	}
	return best, at
}

func (s *scene) trace(r ray, depth int) float64 {
	sh, t := s.nearest(&r)
	if sh == nil {
		return 0.1 + 0.2*(r.dir.y+1)
	}
	p := r.from.add(r.dir.scale(t))
	n := sh.normal(p)
	toLight := s.light.sub(p).unit()
	color, mirror := sh.shade()
	bright := 0.1
	if b, _ := s.nearest(&ray{p, toLight}); b == nil {
		bright += 0.9 * math.Max(0, n.dot(toLight))
	}
	c := color * bright
	if depth > 0 && mirror > 0 {
		c = c*(1-mirror) + mirror*s.trace(ray{p, r.dir.reflect(n)}, depth-1)
	}
	return c
}

func main() {
	s := &scene{light: vec{5, 10, -5}, shapes: []shape{&floor{-1}}}
	for i := 0; i < 12; i++ {
		f := float64(i)
		s.shapes = append(s.shapes, &sphere{vec{math.Sin(f) * 3, math.Cos(f*2) + 0.5, 4 + f/3}, 0.7, 0.3 + f/20, f / 20})
	}
	const w, h = 800, 600
	sum := 0.0
	for y := 0; y < h; y++ {
		for x := 0; x < w; x++ {
			d := vec{(float64(x) - w/2) / w, (h/2 - float64(y)) / w, 1}.unit()
			sum += s.trace(ray{vec{}, d}, 4)
		}
	}
	fmt.Printf("%.6f\n", sum)
}
