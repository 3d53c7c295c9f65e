// Records as a person reads them on a terminal: a line each, kind by kind, in the order of the story.
#pragma once
#include <span>
#include <string>

#include "annals/record.h"
#include "annals/story.h"

namespace annals {

struct DigestOptions {
  bool evidence = false;  // the sentence under each record
};

// The record in one line of plain words, without its kind.
std::string digest_line(const Record& record);

// Appends the story's id, title and day, then its records.
void append_digest(std::string& out, const Story& story, std::span<const Record> records, DigestOptions options);

}  // namespace annals
