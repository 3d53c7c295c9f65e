// Bytes by POSIX calls, and out of memory.
#include "story/byte_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>

#include "annals/error.h"

namespace annals {
namespace {

std::string remedy_for(int error) {
  if (error == ENOENT) return "Check the name.";
  if (error == EACCES) return "Check that you may read it.";
  return "Check the file and the disk.";
}

std::atomic<std::uint64_t> given{0};

struct Descriptor {
  explicit Descriptor(int n) : number(n) {}
  ~Descriptor() {
    if (number != STDIN_FILENO) ::close(number);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  int number;
};

}  // namespace

ByteReader file_bytes(const std::string& path) {
  const bool standard = path == "-";
  const std::string name = standard ? "standard input" : path;
  const int opened = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (opened < 0) throw Error{Fault::input, name, std::strerror(errno), remedy_for(errno)};
  const auto file = std::make_shared<const Descriptor>(opened);
  struct stat info {};
  if (::fstat(opened, &info) == 0 && S_ISDIR(info.st_mode)) {
    throw Error{Fault::input, name, "this is a directory", "Name the files in it, as in " + name + "/*."};
  }
  return [file, name](std::span<char> room) {
    ssize_t got;
    do {
      got = ::read(file->number, room.data(), room.size());
    } while (got < 0 && errno == EINTR);
    if (got < 0) throw Error{Fault::input, name, std::strerror(errno), remedy_for(errno)};
    given += static_cast<std::uint64_t>(got);
    return static_cast<std::size_t>(got);
  };
}

std::uint64_t file_bytes_given() { return given; }

ByteReader bytes_of(std::string bytes) {
  const auto owned = std::make_shared<const std::string>(std::move(bytes));
  return [owned, at = std::size_t{0}](std::span<char> room) mutable {
    const std::size_t count = std::min(room.size(), owned->size() - at);
    std::memcpy(room.data(), owned->data() + at, count);
    at += count;
    return count;
  };
}

}  // namespace annals
