package main

// Connections at random: deadlines are set while goroutines read and write, both ends close while somebody is blocked.

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	var sent, got, timeouts, closed atomic.Int64
	var wg sync.WaitGroup
	stop := time.Now().Add(400 * time.Millisecond)
	for k := 0; k < 16; k++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for time.Now().Before(stop) {
				l, err := net.Listen("tcp", "127.0.0.1:0")
				if err != nil {
					panic(err)
				}
				acc := make(chan net.Conn)
				go func() {
					c, err := l.Accept()
					if err != nil {
						close(acc)
						return
					}
					acc <- c
				}()
				if rand.IntN(8) == 0 {
					time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
					l.Close()
					if c := <-acc; c != nil {
						panic("conn?")
					}
					continue
				}
				c, err := net.Dial("tcp", l.Addr().String())
				if err != nil {
					panic(err)
				}
				s := <-acc
				l.Close()
				var in sync.WaitGroup
				in.Add(3)
				total := int64(0)
				var rtotal int64
				go func() {
					defer in.Done()
					b := make([]byte, 1000)
					for {
						n, err := s.Read(b)
						rtotal += int64(n)
						if errors.Is(err, os.ErrDeadlineExceeded) {
							timeouts.Add(1)
							s.SetReadDeadline(time.Now().Add(time.Duration(rand.IntN(2000)) * time.Microsecond))
							continue
						}
						if err == io.EOF {
							return
						}
						if err != nil {
							panic(err)
						}
					}
				}()
				go func() {
					defer in.Done()
					b := make([]byte, 700)
					for i := 0; i < 200; i++ {
						n, err := c.Write(b)
						total += int64(n)
						if err != nil {
							panic(err)
						}
						if rand.IntN(40) == 0 {
							time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
						}
					}
					c.(*net.TCPConn).CloseWrite()
				}()
				go func() {
					defer in.Done()
					for i := 0; i < 20; i++ {
						s.SetReadDeadline(time.Now().Add(time.Duration(rand.IntN(500)-100) * time.Microsecond))
						time.Sleep(50 * time.Microsecond)
					}
					s.SetReadDeadline(time.Time{})
				}()
				in.Wait()
				if total != rtotal {
					panic(fmt.Sprint(total, " ", rtotal))
				}
				sent.Add(total)
				got.Add(rtotal)
				// close while blocked
				done := make(chan error)
				go func() { _, err := c.Read(make([]byte, 1)); done <- err }()
				if rand.IntN(2) == 0 {
					time.Sleep(time.Duration(rand.IntN(100)) * time.Microsecond)
				}
				c.Close()
				if err := <-done; !errors.Is(err, net.ErrClosed) {
					panic(err)
				}
				closed.Add(1)
				s.Close()
			}
		}()
	}
	wg.Wait()
	fmt.Println(sent.Load() == got.Load(), sent.Load() > 0, timeouts.Load() > 0, closed.Load() > 0)
}
