// Zip and tar by libarchive's streaming readers.
#include "story/archive_members.h"

#include <archive.h>
#include <archive_entry.h>

#include <cstring>
#include <exception>
#include <filesystem>
#include <string>
#include <utility>

#include "annals/error.h"
#include "base/utf8.h"

namespace annals {
namespace {

constexpr std::size_t kChunk = 64 << 10;

// "ustar" stands in the header's magic field (POSIX.1-2017, pax, ustar interchange format).
bool is_tar(std::string_view head) { return head.size() > 262 && head.substr(257, 5) == "ustar"; }

// Hidden files, and the resource forks that macOS packs beside each file.
bool is_clutter(const std::filesystem::path& path) {
  for (const auto& part : path) {
    const std::string name = part.string();
    if (name == "__MACOSX" || (name.starts_with('.') && name != "." && name != "..")) return true;
  }
  return false;
}

// Word processors, spreadsheets and electronic books are zip archives, too (ECMA-376 part 2; OpenDocument 1.2 part 3).
bool is_office_part(std::string_view name) { return name == "[Content_Types].xml" || name == "mimetype"; }

}  // namespace

struct ArchiveMembers::State {
  State(InputFile file, SharedGuard shared)
      : packed(std::move(file)), guard(std::move(shared)), reader(archive_read_new(), archive_read_free) {}

  static la_ssize_t supply(archive* reader, void* self, const void** bytes) {
    auto& state = *static_cast<State*>(self);
    try {
      state.packed.skip(state.peeked);
      const std::string_view head = state.packed.peek(kChunk);
      state.peeked = head.size();
      *bytes = head.data();
      return static_cast<la_ssize_t>(head.size());
    } catch (...) {  // must not pass through C
      state.fault = std::current_exception();
      archive_set_error(reader, EIO, "the archive can not be read");
      return -1;
    }
  }

  [[noreturn]] void refuse(const std::string& where) {
    if (fault) std::rethrow_exception(std::exchange(fault, nullptr));
    const char* said = archive_error_string(reader.get());
    std::string problem = said == nullptr ? "unknown fault" : said;
    while (problem.ends_with('.') || problem.ends_with('\n')) problem.pop_back();
    throw Error{Fault::input, where, "the archive is damaged or of a kind that is not read (" + problem + ")",
                "Unpack it by hand, or fetch it again."};
  }

  InputFile packed;
  SharedGuard guard;
  std::unique_ptr<archive, int (*)(archive*)> reader;
  std::size_t peeked = 0;    // bytes that libarchive holds a view of
  std::exception_ptr fault;  // what reading `packed` threw
  bool first = true;
};

bool is_archive(std::string_view head) {
  // A local file header, or the end record of an archive without files (APPNOTE.TXT 4.3.7, 4.3.16).
  return head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06") || is_tar(head);
}

ArchiveMembers::ArchiveMembers(InputFile file, SharedGuard guard)
    : state_(std::make_shared<State>(std::move(file), std::move(guard))) {
  archive* reader = state_->reader.get();
  archive_read_support_format_zip_streamable(reader);
  archive_read_support_format_tar(reader);
  if (archive_read_open(reader, state_.get(), nullptr, State::supply, nullptr) != ARCHIVE_OK) {
    state_->refuse(state_->packed.name());
  }
}

ArchiveMembers::~ArchiveMembers() = default;

std::optional<InputFile> ArchiveMembers::next() {
  State& state = *state_;
  for (;;) {
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(state.reader.get(), &entry);
    if (result == ARCHIVE_EOF) return std::nullopt;
    if (result != ARCHIVE_OK && result != ARCHIVE_WARN) state.refuse(state.packed.name());
    const char* given = archive_entry_pathname_utf8(entry);
    if (given == nullptr) given = archive_entry_pathname(entry);
    const std::string path = repair(given == nullptr ? "" : given).text;
    if (std::exchange(state.first, false) && is_office_part(path)) {
      throw Error{Fault::input, state.packed.name(), "this is an office document or an electronic book",
                  "Save it as PDF or as text."};
    }
    if (archive_entry_filetype(entry) != AE_IFREG || is_clutter(path)) continue;
    const std::string name = state.packed.name() + "/" + path;
    if (archive_entry_is_encrypted(entry) != 0) {
      throw Error{Fault::input, name, "it is encrypted", "Unpack the archive with its password first."};
    }
    const std::string stem = state.packed.stem() + "/" + std::filesystem::path(path).replace_extension().string();
    const auto read = [shared = state_, name](std::span<char> room) {
      const la_ssize_t count = archive_read_data(shared->reader.get(), room.data(), room.size());
      if (count < 0) shared->refuse(name);
      shared->guard->add(static_cast<std::size_t>(count));
      return static_cast<std::size_t>(count);
    };
    return InputFile(read, name, stem);
  }
}

}  // namespace annals
