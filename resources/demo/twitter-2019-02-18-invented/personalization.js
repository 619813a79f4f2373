window.YTD.personalization.part0 = [
  {
    "p13nData" : {
      "demographics" : {
        "languages" : [
          {
            "language" : "English",
            "isDisabled" : false
          }
        ],
        "genderInfo" : {
          "gender" : "male"
        }
      },
      "interests" : {
        "interests" : [
          {
            "name" : "Business and news",
            "isDisabled" : false
          },
          {
            "name" : "Marketing",
            "isDisabled" : false
          },
          {
            "name" : "Social media",
            "isDisabled" : false
          },
          {
            "name" : "Startups",
            "isDisabled" : false
          },
          {
            "name" : "Coffee",
            "isDisabled" : false
          },
          {
            "name" : "Running",
            "isDisabled" : false
          },
          {
            "name" : "Celebrity gossip",
            "isDisabled" : true
          },
          {
            "name" : "Job seeking",
            "isDisabled" : false
          }
        ],
        "partnerInterests" : [],
        "audienceAndAdvertisers" : {
          "numAudiences" : "11",
          "advertisers" : [
            "@harbour_airways_invented",
            "@bluemug_invented",
            "@hireme_invented"
          ],
          "lookalikeAdvertisers" : [
            "@otherbank_invented",
            "@shoeshop_invented"
          ],
          "doNotReachAdvertisers" : [],
          "catalogAudienceAdvertisers" : []
        },
        "shows" : [
          "The Invented Baking Show"
        ]
      },
      "locationHistory" : [],
      "inferredAgeInfo" : {
        "age" : [
          "25-34"
        ],
        "birthDate" : ""
      }
    }
  }
]
