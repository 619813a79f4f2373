window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "700200",
      "userLink" : "https://twitter.com/intent/user?user_id=700200"
    }
  },
  {
    "follower" : {
      "accountId" : "700201",
      "userLink" : "https://twitter.com/intent/user?user_id=700201"
    }
  },
  {
    "follower" : {
      "accountId" : "700202",
      "userLink" : "https://twitter.com/intent/user?user_id=700202"
    }
  },
  {
    "follower" : {
      "accountId" : "700203",
      "userLink" : "https://twitter.com/intent/user?user_id=700203"
    }
  }
]