// Building and taking strings apart.
package main

import (
	"fmt"
	"strings"
)

func main() {
	total := 0
	words := []string{"alpha", "beta", "gamma", "delta", "epsilon", "zeta"}
	for i := 0; i < 40000; i++ {
		var b strings.Builder
		for k := 0; k < 40; k++ {
			b.WriteString(words[(i+k)%len(words)])
			b.WriteByte(' ')
		}
		s := b.String()
		for _, f := range strings.Fields(s) {
			if strings.HasPrefix(f, "de") {
				total += len(f)
			}
		}
		total += strings.Count(s, "ta")
		total += len(strings.ToUpper(s[:60]))
		total += strings.Index(s, "epsilon")
		s = s[:5] + "-" + s[5:]
		total += len(strings.ReplaceAll(s, "gamma", "g"))
	}
	fmt.Println(total)
}
