// Errors as values: wrapped errors, errors.Is and As, deferred clean-up, panics turned into errors.
package main

import (
	"errors"
	"fmt"
	"sort"
)

var (
	ErrUnknown = errors.New("unknown account")
	ErrClosed  = errors.New("account is closed")
)

type FundsError struct {
	Name       string
	Have, Want int64
}

func (e *FundsError) Error() string {
	return fmt.Sprintf("%s has %d.%02d, not %d.%02d", e.Name, e.Have/100, e.Have%100, e.Want/100, e.Want%100)
}

type account struct {
	balance int64
	closed  bool
	log     []string
}

type bank struct {
	accounts map[string]*account
	depth    int
}

func (b *bank) get(name string) (*account, error) {
	a, ok := b.accounts[name]
	switch {
	case !ok:
		return nil, fmt.Errorf("%q: %w", name, ErrUnknown)
	case a.closed:
		return nil, fmt.Errorf("%q: %w", name, ErrClosed)
	}
	return a, nil
}

func (b *bank) transfer(from, to string, amount int64) (err error) {
	b.depth++
	defer func() {
		b.depth--
		if err != nil {
			err = fmt.Errorf("transfer %s to %s: %w", from, to, err)
		}
	}()
	if amount <= 0 {
		panic(fmt.Sprint("bad amount ", amount))
	}
	src, err1 := b.get(from)
	dst, err2 := b.get(to)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if src.balance < amount {
		return &FundsError{from, src.balance, amount}
	}
	src.balance -= amount
	dst.balance += amount
	src.log = append(src.log, fmt.Sprintf("-%d", amount))
	dst.log = append(dst.log, fmt.Sprintf("+%d", amount))
	return nil
}

func try(f func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return f()
}

func main() {
	b := &bank{accounts: map[string]*account{"ada": {balance: 10000}, "bob": {balance: 250}, "eve": {closed: true}}}
	for _, t := range []struct {
		from, to string
		amount   int64
	}{{"ada", "bob", 1234}, {"bob", "ada", 5000}, {"ada", "zoe", 1}, {"eve", "zoe", 1}, {"ada", "bob", -5}, {"bob", "ada", 1484}} {
		err := try(func() error { return b.transfer(t.from, t.to, t.amount) })
		var funds *FundsError
		switch {
		case err == nil:
			fmt.Println("ok")
		case errors.As(err, &funds):
			fmt.Println("funds:", funds.Want-funds.Have, "missing:", err)
		default:
			fmt.Printf("%v (unknown %t, closed %t)\n", err, errors.Is(err, ErrUnknown), errors.Is(err, ErrClosed))
		}
	}
	names := make([]string, 0)
	for n := range b.accounts {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		fmt.Printf("%s %+v\n", n, *b.accounts[n])
	}
	fmt.Println("depth", b.depth)
}
