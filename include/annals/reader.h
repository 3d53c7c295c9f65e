// Reads news stories into records.
#pragma once
#include <memory>
#include <string_view>
#include <vector>

#include "annals/record.h"
#include "annals/story.h"

namespace annals {

// One thread's buffers, kept from story to story.
class Workspace {
 public:
  Workspace();
  ~Workspace();
  Workspace(Workspace&&) noexcept;
  Workspace& operator=(Workspace&&) noexcept;

  struct Buffers;  // defined inside the library

 private:
  friend class Reader;
  std::unique_ptr<Buffers> buffers_;
};

// A loaded model. It never changes: threads share one Reader, and each brings a Workspace.
class Reader {
 public:
  // Maps the file. Throws Error if it is missing, cut short or of a newer format.
  explicit Reader(std::string_view model_path);
  ~Reader();

  // The records of `story` in text order. They own their strings and outlive story and workspace.
  std::vector<Record> read(const Story& story, Workspace& workspace) const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace annals
