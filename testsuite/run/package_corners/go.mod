module corners

go 1.26
