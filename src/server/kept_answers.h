// Answers kept for the next who asks the same of the same state of the ledger.
#pragma once
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace annals {

struct KeptAnswer {
  std::string tag;    // the ETag, without quotation marks
  std::string plain;  // JSON
  std::string gzip;   // empty where it would not be smaller
};

// The answers used last, up to a number of bytes.
class KeptAnswers {
 public:
  explicit KeptAnswers(std::size_t bytes) : most_(bytes) {}

  // By the ETag, which stands for question and state of the ledger.
  std::shared_ptr<const KeptAnswer> find(const std::string& tag) {
    const std::lock_guard lock(mutex_);
    const auto found = places_.find(tag);
    if (found == places_.end()) return nullptr;
    answers_.splice(answers_.begin(), answers_, found->second);
    return answers_.front();
  }

  void keep(std::shared_ptr<const KeptAnswer> answer) {
    const std::size_t size = size_of(*answer);
    const std::lock_guard lock(mutex_);
    if (size > most_ / 4 || places_.contains(answer->tag)) return;
    answers_.push_front(std::move(answer));
    places_[answers_.front()->tag] = answers_.begin();
    bytes_ += size;
    while (bytes_ > most_) {
      bytes_ -= size_of(*answers_.back());
      places_.erase(answers_.back()->tag);
      answers_.pop_back();
    }
  }

 private:
  static std::size_t size_of(const KeptAnswer& answer) {
    return sizeof(KeptAnswer) + answer.plain.capacity() + answer.gzip.capacity() + 256;  // 256: list and map
  }

  const std::size_t most_;
  std::mutex mutex_;
  std::size_t bytes_ = 0;
  std::list<std::shared_ptr<const KeptAnswer>> answers_;
  std::unordered_map<std::string, std::list<std::shared_ptr<const KeptAnswer>>::iterator> places_;
};

}  // namespace annals
