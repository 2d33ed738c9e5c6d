// Package iter defines iterator functions.
package iter

// Seq yields single values, Seq2 pairs; both stop when yield returns false.
type Seq[V any] func(yield func(V) bool)
type Seq2[K, V any] func(yield func(K, V) bool)
