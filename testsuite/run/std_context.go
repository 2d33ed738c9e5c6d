package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

type key string

func main() {
	root := context.WithValue(context.Background(), key("user"), "bob")
	ctx, cancel := context.WithCancel(root)
	child, stop := context.WithTimeout(ctx, time.Hour)
	defer stop()
	_, has := child.Deadline()
	fmt.Println(ctx, has, child.Value(key("user")), child.Value(key("x")), child.Err())
	done := make(chan bool)
	context.AfterFunc(child, func() { done <- true })
	cancel()
	<-child.Done()
	<-done
	fmt.Println(child.Err(), ctx.Err(), context.Cause(child), root.Err())

	short, stop2 := context.WithTimeoutCause(root, time.Millisecond, errors.New("too slow"))
	defer stop2()
	<-short.Done()
	fmt.Println(short.Err(), context.Cause(short), errors.Is(short.Err(), context.DeadlineExceeded))

	why, cancelWhy := context.WithCancelCause(root)
	free := context.WithoutCancel(why)
	cancelWhy(errors.New("reason"))
	fmt.Println(why.Err(), context.Cause(why), free.Err(), free.Value(key("user")), context.TODO(), free)
	late, stop3 := context.WithDeadline(root, time.Now().Add(-time.Second))
	stop3()
	fmt.Println(late.Err())
	notRun := context.AfterFunc(root, func() { fmt.Println("never") })
	fmt.Println(notRun(), notRun())
	defer func() { fmt.Println(recover()) }()
	context.WithValue(root, []int{1}, 2)
}
