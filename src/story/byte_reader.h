// A stream of bytes: what files, decompressors and members of archives have in common.
#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace annals {

// Fills the front of `room` and says with how many bytes; 0 only at the end. Throws Error{Fault::input} that names the
// stream where the bytes can not be had.
using ByteReader = std::function<std::size_t(std::span<char> room)>;

// The bytes of a file; "-" is standard input. Throws Error{Fault::input} if there is no such file or it may not be
// read.
ByteReader file_bytes(const std::string& path);

// The bytes that the readers of files have given so far, all of this process together: how far a command is.
std::uint64_t file_bytes_given();

// The bytes of a string, which the reader owns.
ByteReader bytes_of(std::string bytes);

}  // namespace annals
