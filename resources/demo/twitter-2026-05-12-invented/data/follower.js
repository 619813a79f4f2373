window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "500135",
      "userLink" : "https://twitter.com/intent/user?user_id=500135"
    }
  },
  {
    "follower" : {
      "accountId" : "500142",
      "userLink" : "https://twitter.com/intent/user?user_id=500142"
    }
  },
  {
    "follower" : {
      "accountId" : "500149",
      "userLink" : "https://twitter.com/intent/user?user_id=500149"
    }
  },
  {
    "follower" : {
      "accountId" : "500156",
      "userLink" : "https://twitter.com/intent/user?user_id=500156"
    }
  },
  {
    "follower" : {
      "accountId" : "500163",
      "userLink" : "https://twitter.com/intent/user?user_id=500163"
    }
  },
  {
    "follower" : {
      "accountId" : "500170",
      "userLink" : "https://twitter.com/intent/user?user_id=500170"
    }
  },
  {
    "follower" : {
      "accountId" : "500177",
      "userLink" : "https://twitter.com/intent/user?user_id=500177"
    }
  },
  {
    "follower" : {
      "accountId" : "500184",
      "userLink" : "https://twitter.com/intent/user?user_id=500184"
    }
  },
  {
    "follower" : {
      "accountId" : "500191",
      "userLink" : "https://twitter.com/intent/user?user_id=500191"
    }
  },
  {
    "follower" : {
      "accountId" : "500198",
      "userLink" : "https://twitter.com/intent/user?user_id=500198"
    }
  },
  {
    "follower" : {
      "accountId" : "500205",
      "userLink" : "https://twitter.com/intent/user?user_id=500205"
    }
  },
  {
    "follower" : {
      "accountId" : "500212",
      "userLink" : "https://twitter.com/intent/user?user_id=500212"
    }
  },
  {
    "follower" : {
      "accountId" : "500219",
      "userLink" : "https://twitter.com/intent/user?user_id=500219"
    }
  },
  {
    "follower" : {
      "accountId" : "500226",
      "userLink" : "https://twitter.com/intent/user?user_id=500226"
    }
  },
  {
    "follower" : {
      "accountId" : "500233",
      "userLink" : "https://twitter.com/intent/user?user_id=500233"
    }
  },
  {
    "follower" : {
      "accountId" : "500240",
      "userLink" : "https://twitter.com/intent/user?user_id=500240"
    }
  },
  {
    "follower" : {
      "accountId" : "500247",
      "userLink" : "https://twitter.com/intent/user?user_id=500247"
    }
  }
]
