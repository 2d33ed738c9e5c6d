import "fmt"

func main() {
}
