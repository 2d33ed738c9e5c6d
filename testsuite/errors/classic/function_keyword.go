// fix
package main

function main() {
	println("hello")
}
