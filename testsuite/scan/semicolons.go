package p // comment
import "x"
func f() { return
}
var a = b /* one line */
var c = d /* two
lines */
var e = f++
var g = 1 +
	2
x) ]
break
continue
fallthrough
'r'
"s"
1.5
if
; } /* at the end
*/
