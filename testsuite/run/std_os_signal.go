package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func kill(s syscall.Signal) { syscall.Kill(syscall.Getpid(), s) }

func next(c chan os.Signal) any {
	select {
	case s := <-c:
		return s
	case <-time.After(5 * time.Second):
		return "nothing"
	}
}

func quiet(c chan os.Signal) any {
	select {
	case s := <-c:
		return s
	case <-time.After(20 * time.Millisecond):
		return "nothing"
	}
}

func main() {
	kill(syscall.SIGUSR1) // nothing happens
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		kill(s)
		fmt.Println(next(c))
	}
	d := make(chan os.Signal, 4)
	signal.Notify(d, syscall.SIGHUP, syscall.SIGUSR1)
	kill(syscall.SIGHUP)
	fmt.Println(next(c), next(d))
	kill(syscall.SIGUSR1)
	fmt.Println(quiet(c), next(d))
	signal.Stop(c)
	kill(syscall.SIGHUP)
	fmt.Println(quiet(c), next(d))

	signal.Ignore(syscall.SIGHUP)
	fmt.Println(signal.Ignored(syscall.SIGHUP), signal.Ignored(syscall.SIGINT))
	kill(syscall.SIGHUP)
	fmt.Println(quiet(d))
	signal.Notify(d, syscall.SIGHUP)
	kill(syscall.SIGHUP)
	fmt.Println(next(d), signal.Ignored(syscall.SIGHUP))
	signal.Reset()
	kill(syscall.SIGUSR1)
	kill(syscall.SIGWINCH)
	fmt.Println(quiet(d))

	all := make(chan os.Signal, 10)
	signal.Notify(all)
	kill(syscall.SIGWINCH)
	for s := next(all); s != syscall.SIGWINCH; s = next(all) {
		if s != syscall.SIGURG {
			fmt.Println("also", s)
		}
	}
	kill(syscall.SIGQUIT)
	for s := next(all); s != syscall.SIGQUIT; s = next(all) {
		if s != syscall.SIGURG {
			fmt.Println("also", s)
		}
	}
	signal.Stop(all)

	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGUSR2, os.Interrupt)
	fmt.Println(ctx)
	kill(syscall.SIGUSR2)
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), errors.Is(context.Cause(ctx), context.Canceled))
	stop()
	ctx, stop = signal.NotifyContext(ctx)
	fmt.Println(ctx.Err())
	stop()

	// what is ignored stays so when others' Notify is undone
	signal.Ignore(syscall.SIGTERM)
	signal.Reset(syscall.SIGTERM)
	kill(syscall.SIGTERM)
	signal.Reset()
	kill(syscall.SIGTERM)
	fmt.Println(signal.Ignored(syscall.SIGTERM), signal.Ignored(syscall.SIGUSR1))

	// nobody reads a pipe: an error, and no signal unless asked for
	r, w, _ := os.Pipe()
	r.Close()
	_, err := w.Write([]byte("x"))
	fmt.Println(err)
	signal.Notify(d, syscall.SIGPIPE)
	_, err = w.Write([]byte("x"))
	fmt.Println(err, quiet(d))

	for _, s := range []syscall.Signal{0, 1, 2, 4, 5, 7, 8, 9, 14, 16, 31, 32, 64} {
		fmt.Print(s, ", ")
	}
	fmt.Println()
}
