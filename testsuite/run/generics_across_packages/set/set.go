package set

import "example.com/gen/list"

type Set[K comparable] struct{ m map[K]*list.List[K] }

type key struct{ hidden int }

func New[K comparable](ks ...K) (s Set[K]) {
	s.m = map[K]*list.List[K]{}
	for _, k := range ks {
		if l := s.m[k]; l != nil {
			l.Add(k)
		} else {
			s.m[k] = list.Of(k)
		}
	}
	return
}

func (s Set[K]) Count(k K) int {
	if l := s.m[k]; l != nil {
		return l.Len()
	}
	return 0
}

func Hidden() Set[key] { return New(key{1}, key{1}, key{2}) }

func (s Set[K]) Any() (k K) {
	for k = range s.m {
	}
	return
}

type Number interface{ ~int | ~float64 }

func Sum[N Number](l *list.List[N]) N {
	return list.Fold(l, 0, func(a, b N) N { return a + b })
}
