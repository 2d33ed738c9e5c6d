package main

var (
	a = ''
	b = 'ab'
	c = 'a
	d = '
	e = 'é'
	f = '\''
)

func main() {
}
