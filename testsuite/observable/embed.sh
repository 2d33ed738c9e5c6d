# //go:embed: string, []byte, embed.FS; changed contents are seen; errors
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'module example.com/m\n\ngo 1.26\n' >go.mod
mkdir -p d/sub d/.hidden
printf 'hello\n' >a.txt
printf 'x\000\377"\\' >b.bin
printf one >d/one
printf two >d/sub/two
printf no >d/.hidden/no
printf no >d/_no
cat >main.go <<'END'
package main

import (
	"embed"
	"fmt"
	"io/fs"
)

//go:embed a.txt
var text string

type blob []byte

//go:embed b.bin
var bin blob

//go:embed d a.*
//go:embed "b.bin"
var tree embed.FS

//go:embed all:d
var all embed.FS

var n = len(text)

func main() {
	fmt.Printf("%q %q %d\n", text, []byte(bin), n)
	for _, t := range []embed.FS{tree, all, {}} {
		fs.WalkDir(t, ".", func(p string, d fs.DirEntry, err error) error {
			fmt.Print(p, " ", d.Name(), " ", d.IsDir(), "; ")
			return err
		})
		fmt.Println()
	}
	b, err := tree.ReadFile("d/sub/two")
	_, err2 := tree.ReadFile("d/none")
	_, err3 := tree.ReadFile("d")
	fmt.Println(string(b), err, err2, err3)
}
END
run "$MINIGO" run .
expect 0
equals '"hello\n" "x\x00\xff\"\\" 6
. . true; a.txt a.txt false; b.bin b.bin false; d d true; d/one one false; d/sub sub true; d/sub/two two false; 
. . true; d d true; d/.hidden .hidden true; d/.hidden/no no false; d/_no _no false; d/one one false; d/sub sub true; d/sub/two two false; 
. . true; 
two <nil> open d/none: file does not exist read d: is a directory'
printf 'changed' >a.txt
run "$MINIGO" run .
contains '"changed"'
bad() { printf 'package main\n\nimport %s"embed"\n\n%s\n\nfunc main() {}\n' "$1" "$2" >main.go; run "$MINIGO" build .; expect 1; contains "$3"; }
bad '_ ' '//go:embed nothing.txt
var x string' 'pattern nothing.txt: no matching files found'
bad '_ ' '//go:embed ../x
var x string' 'pattern ../x: invalid pattern syntax'
bad '_ ' '//go:embed a.txt
var x, y string' 'go:embed cannot apply to multiple vars'
bad '_ ' '//go:embed a.txt
var x = ""' 'go:embed cannot apply to var'
bad '_ ' '//go:embed a.txt b.bin
var x string' 'invalid go:embed: multiple files for type string'
exit 0
