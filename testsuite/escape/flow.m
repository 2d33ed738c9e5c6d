./flow.go:8:6: can inline leak
./flow.go:8:11: leaking param: t
./flow.go:9:6: can inline noleak
./flow.go:9:13: t does not escape
./flow.go:10:6: can inline ret
./flow.go:10:10: leaking param: t to result ~r0 level=0
./flow.go:11:6: can inline mk
./flow.go:11:32: &T{...} escapes to heap
./flow.go:12:6: can inline local
./flow.go:13:7: &T{...} does not escape
./flow.go:14:15: inlining call to noleak
./flow.go:14:24: inlining call to ret
./flow.go:16:6: can inline heap
./flow.go:17:2: moved to heap: x
./flow.go:24:6: can inline closure
./flow.go:26:9: can inline main.closure.func1
./flow.go:26:9: func literal does not escape
./flow.go:28:6: inlining call to main.closure.func1
./flow.go:32:6: can inline loop
./flow.go:35:8: &T{...} escapes to heap
./flow.go:44:6: can inline loop2
./flow.go:46:8: &T{...} does not escape
./flow.go:47:14: inlining call to noleak
./flow.go:51:6: can inline sum
./flow.go:51:10: xs does not escape
./flow.go:69:12: can inline T.M
./flow.go:70:7: t does not escape
./flow.go:70:13: can inline (*T).P
./flow.go:71:6: can inline iface
./flow.go:72:13: T{…} does not escape
./flow.go:73:12: devirtualizing call to main.T.M
./flow.go:73:12: inlining call to T.M
./flow.go:77:6: inlining call to leak
./flow.go:77:9: &T{...} escapes to heap
./flow.go:77:9: inlining call to mk
./flow.go:78:6: inlining call to heap
./flow.go:78:6: moved to heap: x
./flow.go:79:15: inlining call to local
./flow.go:79:26: inlining call to closure
./flow.go:79:35: inlining call to loop2
./flow.go:79:42: inlining call to sum
./flow.go:79:48: []int{...} does not escape
./flow.go:79:65: inlining call to iface
./flow.go:80:6: &T{...} escapes to heap
./flow.go:80:6: inlining call to loop
