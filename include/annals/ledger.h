// Keeps stories and their records in a ledger: one SQLite file.
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "annals/record.h"
#include "annals/story.h"

namespace annals {

// What became of the stories that were brought to a ledger.
struct LedgerCounts {
  std::uint64_t added = 0;      // new
  std::uint64_t replaced = 0;   // another version was there, which is kept without its records
  std::uint64_t unchanged = 0;  // there already
  std::uint64_t refused = 0;    // could not be read; counted by who reads
  std::uint64_t skipped = 0;    // in another language; counted by who reads

  LedgerCounts& operator+=(const LedgerCounts& other);
  bool operator==(const LedgerCounts&) const = default;
};

// What wrote the records, so that a row can be traced to it.
struct Provenance {
  std::string program;         // "annals 0.1.0"
  std::string model;           // checksum of the model file
  std::string lexicon = "{}";  // JSON object: the checksum of each table of the user's own, by its path

  bool operator==(const Provenance&) const = default;
};

// A ledger that stories are added to. It belongs to one thread; other programs may read the file at the same time.
class Ledger {
 public:
  // Opens the file, or makes it. Throws Error{Fault::ledger} if it is no ledger, of a newer version or not writable.
  explicit Ledger(std::string_view path, const Provenance& by = {});
  ~Ledger();
  Ledger(const Ledger&) = delete;
  Ledger& operator=(const Ledger&) = delete;

  // Whether this very story is there, so that it need not be read. A story that was added is seen once it is stored.
  bool holds(const Story& story);

  // Adds a story with the records that were read from it. It is stored at the next commit, which comes by itself now
  // and then.
  void add(const Story& story, std::span<const Record> records);

  // Stores what was added, all of it or nothing. What is not committed when the Ledger goes is not stored.
  void commit();

  // Of the stories stored so far.
  const LedgerCounts& counts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace annals
