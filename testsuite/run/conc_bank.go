// Transfers between accounts by many goroutines: sums stay, locks in order, errors by type, sync.Once and WaitGroup.
package main

import (
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
)

type account struct {
	mu      sync.Mutex
	id      int
	balance int64
}

type tooLittle struct{ id, need int }

func (e tooLittle) Error() string { return fmt.Sprintf("account %d lacks %d", e.id, e.need) }

var errSame = errors.New("same account")

func transfer(from, to *account, n int64) error {
	if from == to {
		return fmt.Errorf("transfer of %d: %w", n, errSame)
	}
	a, b := from, to
	if a.id > b.id {
		a, b = b, a
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	b.mu.Lock()
	defer b.mu.Unlock()
	if from.balance < n {
		return tooLittle{from.id, int(n - from.balance)}
	}
	from.balance -= n
	to.balance += n
	return nil
}

func main() {
	const accounts, workers, rounds = 10, 8, 2000
	var bank [accounts]*account
	for i := range bank {
		bank[i] = &account{id: i, balance: 1000}
	}
	var ok, little, same atomic.Int64
	var wg sync.WaitGroup
	for w := range workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			x := uint32(w)*2654435761 + 1
			for range rounds {
				x = x*1664525 + 1013904223
				err := transfer(bank[x>>8%accounts], bank[x>>16%accounts], int64(x>>24))
				var tl tooLittle
				switch {
				case err == nil:
					ok.Add(1)
				case errors.As(err, &tl):
					little.Add(1)
				case errors.Is(err, errSame):
					same.Add(1)
				default:
					panic(err)
				}
			}
		}()
	}
	wg.Wait()
	var sum int64
	negative := false
	for _, a := range bank {
		sum += a.balance
		negative = negative || a.balance < 0
	}
	fmt.Println(sum, negative, ok.Load()+little.Load()+same.Load() == workers*rounds)
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	fmt.Println(transfer(bank[3], bank[3], 5), transfer(bank[0], bank[1], 1<<40) != nil)
}
