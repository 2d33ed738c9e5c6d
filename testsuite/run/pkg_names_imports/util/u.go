package util_name

const Version = "v" + minor
const minor = "1"
