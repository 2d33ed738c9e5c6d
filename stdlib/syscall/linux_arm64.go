package syscall

// Numbers of system calls on arm64.
const (
	SYS_READ          = 63
	SYS_WRITE         = 64
	SYS_CLOSE         = 57
	SYS_FSTAT         = 80
	SYS_LSEEK         = 62
	SYS_PREAD64       = 67
	SYS_PWRITE64      = 68
	SYS_GETPID        = 172
	SYS_GETPPID       = 173
	SYS_GETUID        = 174
	SYS_GETEUID       = 175
	SYS_GETGID        = 176
	SYS_GETEGID       = 177
	SYS_KILL          = 129
	SYS_FTRUNCATE     = 46
	SYS_FSYNC         = 82
	SYS_GETCWD        = 17
	SYS_CHDIR         = 49
	SYS_OPENAT        = 56
	SYS_MKNODAT       = 33
	SYS_MKDIRAT       = 34
	SYS_UNLINKAT      = 35
	SYS_RENAMEAT2     = 276
	SYS_SYMLINKAT     = 36
	SYS_READLINKAT    = 78
	SYS_FCHMODAT      = 53
	SYS_NEWFSTATAT    = 79
	SYS_GETDENTS64    = 61
	SYS_PIPE2         = 59
	SYS_EXIT_GROUP    = 94
	SYS_UNAME         = 160
	SYS_DUP3          = 24
	SYS_FCNTL         = 25
	SYS_IOCTL         = 29
	SYS_FACCESSAT     = 48
	SYS_UTIMENSAT     = 88
	SYS_CLOCK_GETTIME = 113
	SYS_NANOSLEEP     = 101
	SYS_WAIT4         = 260
	SYS_WAITID        = 95
	SYS_MPROTECT      = 226
	SYS_EXECVE        = 221
	SYS_CLONE         = 220
	SYS_GETRANDOM     = 278
	SYS_TRUNCATE      = 45
	SYS_LINKAT        = 37
	SYS_FCHDIR        = 50
	SYS_FCHOWNAT      = 54
	SYS_UMASK         = 166
	SYS_MMAP          = 222
	SYS_MUNMAP        = 215
	SYS_SOCKET        = 198
	SYS_CONNECT       = 203
	SYS_ACCEPT4       = 242
	SYS_BIND          = 200
	SYS_LISTEN        = 201
	SYS_GETSOCKNAME   = 204
	SYS_GETPEERNAME   = 205
	SYS_SENDTO        = 206
	SYS_RECVFROM      = 207
	SYS_SETSOCKOPT    = 208
	SYS_GETSOCKOPT    = 209
	SYS_SHUTDOWN      = 210
	SYS_EPOLL_CREATE1 = 20
	SYS_EPOLL_CTL     = 21
	SYS_GETTIMEOFDAY  = 169
	SYS_GETTID        = 178
	SYS_TGKILL        = 131
	SYS_SOCKETPAIR    = 199
	SYS_RECVMSG       = 212
	SYS_SENDMSG       = 211
	SYS_PRLIMIT64     = 261
	SYS_PPOLL         = 73
	SYS_DUP           = 23
	SYS_FCHMOD        = 52
	SYS_GETRUSAGE     = 165
)

// Stat_t is the kernel's struct stat.
type Stat_t struct {
	Dev     uint64
	Ino     uint64
	Mode    uint32
	Nlink   uint32
	Uid     uint32
	Gid     uint32
	Rdev    uint64
	_       uint64
	Size    int64
	Blksize int32
	_       int32
	Blocks  int64
	Atim    Timespec
	Mtim    Timespec
	Ctim    Timespec
	_       [2]int32
}
