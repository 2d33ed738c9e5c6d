package syscall

//go:linkname envCount runtime.envcount
func envCount() int

//go:linkname envEntry runtime.env
func envEntry(i int) string

// environment has the entries NAME=value; it is read at first use.
var environment []string
var environmentRead bool

func readEnvironment() {
	if environmentRead {
		return
	}
	environmentRead = true
	n := envCount()
	environment = make([]string, n)
	for i := range environment {
		environment[i] = envEntry(i)
	}
}

// find returns the last entry of that name (the first one counts for the runtime itself), or -1.
func find(name string) int {
	readEnvironment()
	for i, e := range environment {
		if len(e) > len(name) && e[len(name)] == '=' && e[:len(name)] == name {
			return i
		}
	}
	return -1
}

func Getenv(key string) (value string, found bool) {
	if key == "" {
		return "", false
	}
	i := find(key)
	if i < 0 {
		return "", false
	}
	return environment[i][len(key)+1:], true
}

func Setenv(key, value string) error {
	if key == "" {
		return EINVAL
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return EINVAL
		}
	}
	entry := key + "=" + value
	if i := find(key); i >= 0 {
		environment[i] = entry
	} else {
		environment = append(environment, entry)
	}
	return nil
}

func Unsetenv(key string) error {
	for i := find(key); i >= 0; i = find(key) {
		environment = append(environment[:i], environment[i+1:]...)
	}
	return nil
}

func Clearenv() {
	readEnvironment()
	environment = nil
}

func Environ() []string {
	readEnvironment()
	return append([]string(nil), environment...)
}
