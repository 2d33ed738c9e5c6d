package main

import (
	strings "fmt"

	"example.com/names/shape/v2"
)

func fileTwo() string { return strings.Sprint("file two ", shape.Origin.X) }

func geometryKind(x any) string {
	switch x.(type) {
	case shape.Point:
		return "point"
	case *shape.Point:
		return "pointer"
	}
	return "other"
}
