for x { } if a{ } switch { select {
} } ) ( [ ]
for f(func() { x }) { y }
