package main

import (
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"path"
	"path/filepath"
	"strings"
)

var seed uint64 = 7

func rnd(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int((seed >> 33) % uint64(n))
}

func random(pieces string, n int) string {
	parts := strings.Split(pieces, " ")
	s := ""
	for k := rnd(n); k > 0; k-- {
		s += parts[rnd(len(parts))]
	}
	return s
}

func main() {
	for i := 0; i < 60; i++ {
		p := random("/ . .. a b.c /../ ./ // é", 7)
		q := random("/ .. a b.c /.. x", 6)
		dir, file := path.Split(p)
		rel, err := filepath.Rel(p, q)
		fmt.Printf("%q %q %q %q %q %q %q %q %v %v\n", p, path.Clean(p), dir, file, path.Ext(p), path.Base(p), path.Dir(p), path.Join(q, p), filepath.IsLocal(p), path.IsAbs(p))
		fmt.Printf("%q %v\n", rel, err)
		pat, name := random(`* ? a b [ab] [^a] [a-c] \* [ ] - / é`, 6), random("a b c * / é ab", 5)
		ok, err := path.Match(pat, name)
		fmt.Printf("%q %q %v %v\n", pat, name, ok, err)
	}
	tmp, err := os.MkdirTemp("", "path")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(tmp)
	os.MkdirAll(tmp+"/a/b", 0o777)
	os.WriteFile(tmp+"/a/x.txt", []byte("xx"), 0o666)
	os.WriteFile(tmp+"/a/b/y.txt", []byte("yyy"), 0o666)
	os.Symlink("b/y.txt", tmp+"/a/link")
	filepath.WalkDir(tmp, func(p string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(tmp, p)
		fmt.Println(rel, d.IsDir(), d.Type(), err)
		return nil
	})
	fs.WalkDir(os.DirFS(tmp), ".", func(p string, d fs.DirEntry, err error) error {
		fmt.Println(p, d, err)
		if p == "a/b" {
			return fs.SkipDir
		}
		return nil
	})
	glob, err := filepath.Glob(tmp + "/*/*.txt")
	fmt.Println(len(glob), strings.TrimPrefix(glob[0], tmp), err)
	real, err := filepath.EvalSymlinks(tmp + "/a/../a/link")
	fmt.Println(strings.HasSuffix(real, "/a/b/y.txt"), err)
	sub, _ := fs.Sub(os.DirFS(tmp), "a")
	data, err := fs.ReadFile(sub, "b/y.txt")
	names, err2 := fs.Glob(sub, "*/*")
	_, err3 := fs.ReadFile(sub, "none")
	fmt.Println(string(data), err, names, err2, err3)

	r, w := io.Pipe()
	go func() {
		fmt.Fprint(w, "through a pipe")
		w.Close()
	}()
	got, err := io.ReadAll(r)
	fmt.Println(string(got), err)

	l := log.New(os.Stdout, "pre: ", log.Lshortfile|log.Lmsgprefix)
	l.Println("hello", 3)
	l.SetFlags(0)
	l.Printf("%d\n", 4)
	log.SetOutput(os.Stdout)
	log.SetFlags(log.Lshortfile)
	log.Print("a", 1, 2, "b")
	defer func() { fmt.Println(recover()) }()
	log.Panicf("bad %d", 1)
}
