// Lets so many requests work at once, holds others for a while, and turns the rest away.
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace annals {

class Gate {
 public:
  Gate(unsigned places, std::chrono::duration<double> patience) : free_(places), patience_(patience) {}

  // One place, given back at the end. Converts to false where none came free in time.
  class Pass {
   public:
    explicit Pass(Gate& gate) : gate_(gate.enter() ? &gate : nullptr) {}
    ~Pass() {
      if (gate_ != nullptr) gate_->leave();
    }
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    explicit operator bool() const { return gate_ != nullptr; }

   private:
    Gate* gate_;
  };

 private:
  bool enter() {
    std::unique_lock lock(mutex_);
    if (!freed_.wait_for(lock, patience_, [this] { return free_ > 0; })) return false;
    --free_;
    return true;
  }
  void leave() {
    {
      const std::lock_guard lock(mutex_);
      ++free_;
    }
    freed_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned free_;
  const std::chrono::duration<double> patience_;
};

}  // namespace annals
